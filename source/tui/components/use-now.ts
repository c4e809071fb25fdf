import {useEffect, useState} from 'react';
import {useSession} from './session.js';

/** The time, moving once a second while `isTicking`; otherwise the time of the last render, and no timer. */
export function useNow(isTicking: boolean): number {
	const {now} = useSession();
	const [, setTick] = useState(0);
	useEffect(() => {
		if (!isTicking) {
			return;
		}

		const timer = setInterval(() => {
			setTick(tick => tick + 1);
		}, 1000);
		return () => {
			clearInterval(timer);
		};
	}, [isTicking]);
	return now();
}
