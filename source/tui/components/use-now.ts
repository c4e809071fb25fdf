import {useEffect, useState} from 'react';
import {useSession} from './session.js';

/** Gives the time of this render. While `isTicking`, the component is rendered again each second; otherwise there is no timer. */
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
