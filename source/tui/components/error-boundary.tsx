import {Component, type ReactNode} from 'react';

type Props = {
	/** Called with the error that a component threw. */
	readonly crashed: (error: unknown) => void;
	readonly children: ReactNode;
};

/**
Draws nothing after a component inside it has thrown. Without it Ink would draw the error with its message and source,
which may hold secrets.
*/
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
