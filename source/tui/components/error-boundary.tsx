import {Component, type ReactNode} from 'react';

type Props = {
	/** Told what a component threw. */
	readonly crashed: (error: unknown) => void;
	readonly children: ReactNode;
};

/** Draws nothing any more once a component below it has thrown. Ink would draw the error instead, message, source and all, with whatever secret is in it. */
export class ErrorBoundary extends Component<Props, {readonly hasCrashed: boolean}> {
	static getDerivedStateFromError(): {readonly hasCrashed: boolean} {
		return {hasCrashed: true};
	}

	override state = {hasCrashed: false};

	override componentDidCatch(error: unknown): void {
		this.props.crashed(error);
	}

	override render(): ReactNode {
		return this.state.hasCrashed ? undefined : this.props.children;
	}
}
