package io.github.camelvtiger.benchmarks.suite;

import io.github.camelvtiger.benchmarks.ways.BareSession;
import java.util.List;

/** The first load of a feed; the others read pages by offset, as Vtiger documents them. */
final class FeedPart implements Part {

    @Override
    public String name() {
        return "feed";
    }

    @Override
    public void run(Lab lab, Report report) throws Exception {
        long contacts;
        try (BareSession session = new BareSession(lab.crm())) {
            contacts = Long.parseLong(String.valueOf(
                    session.query("SELECT count(*) FROM Contacts;").get(0).get("count")));
        }
        for (String way : List.of(Ways.BARE, Ways.COMPONENT, Ways.HTTP)) {
            report.add(figure(lab, way, contacts / lab.share()));
        }
        report.add(figure(lab, Ways.COMPONENT, contacts));
    }

    private static Figure figure(Lab lab, String way, long records) throws Exception {
        return new Figure(
                "feed",
                way,
                records,
                Processes.measure(
                        lab.crm(), List.of(), List.of("--work=FEED", "--way=" + way, "--records=" + records)));
    }
}
