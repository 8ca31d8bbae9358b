package io.github.camelvtiger.benchmarks.suite;

import java.util.List;

/** All Contacts, in 1 to 8 sessions. */
final class ExportPart implements Part {

    private static final List<Integer> SESSIONS = List.of(1, 2, 4, 8);

    @Override
    public String name() {
        return "export";
    }

    @Override
    public void run(Lab lab, Report report) throws Exception {
        for (int sessions : SESSIONS) {
            for (String way : List.of(Ways.BARE, Ways.COMPONENT)) {
                report.add(new Figure("export", way, sessions, measure(lab, way, sessions)));
            }
        }
        report.add(new Figure("export", Ways.HTTP, 1, measure(lab, Ways.HTTP, 1)));
        report.plot("export", "sessions", "records/s", Measured::rate);
    }

    private static Measured measure(Lab lab, String way, int sessions) throws Exception {
        return Processes.measure(
                lab.crm(),
                List.of(),
                List.of(
                        "--work=EXPORT",
                        "--way=" + way,
                        "--sessions=" + sessions,
                        "--warm-up=1",
                        "--rounds=" + lab.rounds()));
    }
}
