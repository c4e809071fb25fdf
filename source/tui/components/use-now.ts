import {useEffect, useRef, useState} from 'react';
import {useSession} from './session.js';

/** Gives the time of this render. While `isTicking`, the component is rendered again each second; otherwise there is no timer. */
export function useNow(isTicking: boolean): number {
	const {now} = useSession();
	useTicks(isTicking, isAlwaysDue);
	return now();
}

const isAlwaysDue = () => true;

/** Renders the component again in each second in which `isDue`, as it was given to the last render, while `isTicking`. */
export function useTicks(isTicking: boolean, isDue: () => boolean): void {
	const [, setTick] = useState(0);
	const latest = useRef(isDue);
	useEffect(() => {
		latest.current = isDue;
	});
	useEffect(() => {
		if (!isTicking) {
			return;
		}

		const timer = setInterval(() => {
			if (latest.current()) {
				setTick(tick => tick + 1);
			}
		}, 1000);
		return () => {
			clearInterval(timer);
		};
	}, [isTicking]);
}
