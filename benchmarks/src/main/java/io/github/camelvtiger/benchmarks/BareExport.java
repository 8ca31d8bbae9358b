package io.github.camelvtiger.benchmarks;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The same calls by hand: one session, one loop, nothing done with the records. */
final class BareExport implements Export {

    private final ContactPages pages;

    BareExport(SimulatorServer crm) throws Exception {
        pages = new ContactPages(crm.url(), crm.username(), crm.accessKey());
    }

    @Override
    public String name() {
        return "bare HttpClient loop";
    }

    @Override
    public long run() throws Exception {
        long count = 0;
        String last = null;
        List<Map<String, Object>> page;
        do {
            page = pages.after(last);
            count += page.size();
            last = page.isEmpty()
                    ? null
                    : String.valueOf(page.get(page.size() - 1).get("id"));
        } while (page.size() == ContactPages.SIZE);
        return count;
    }

    @Override
    public void close() throws IOException {
        pages.close();
    }
}
