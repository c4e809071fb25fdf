import type {StateKind} from '../instance/instance.js';
import type {ReportFrame} from './report-frame.js';
import {openInstanceReport, type InstanceCounts, type InstanceReport} from './report-instance.js';

/** Adds up the instances of an account, of their changes in the order of the record. */
export type FleetReport = {
	readonly take: InstanceReport['take'];
	/** Gives what was added up of an instance and forgets it, as `finish` of its report does. */
	readonly finish: (instance: number, standing: Parameters<InstanceReport['finish']>[0]) => InstanceCounts | undefined;
};

/** Opens it for the instances that are wanted. Those that were in one state throughout, as most are, have the same counts. */
export function openFleetReport(frame: ReportFrame, isWanted: (instance: number) => boolean = () => true): FleetReport {
	const {window, watched} = frame;
	const reports = new Map<number, InstanceReport>();
	const constant = new Map<StateKind | undefined, InstanceCounts | undefined>();
	return {
		take(change) {
			const {instance} = change;
			if (!isWanted(instance)) {
				return;
			}

			const report = reports.get(instance) ?? openInstanceReport(instance, frame);
			reports.set(instance, report);
			report.take(change);
		},
		finish(instance, standing) {
			const {kind, since} = standing;
			const report = reports.get(instance);
			reports.delete(instance);
			if (report !== undefined || since >= window.from || watched.runsOf(instance) !== watched.runsOf(undefined)) {
				return (report ?? openInstanceReport(instance, frame)).finish(standing);
			}

			if (!constant.has(kind)) {
				constant.set(kind, openInstanceReport(instance, frame).finish(standing));
			}

			return constant.get(kind);
		},
	};
}
