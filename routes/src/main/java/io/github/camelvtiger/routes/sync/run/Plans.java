package io.github.camelvtiger.routes.sync.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Plans on disk, for people and programs that look at them. */
public final class Plans {

    private Plans() {}

    /**
     * Reads the entries of a plan.
     *
     * @param atMost how many are shown
     * @return how many more there are
     * @throws BadPlanException if it is not a plan, or was not finished
     */
    public static long read(Path plan, int atMost, Consumer<PlanEntry> each) throws IOException {
        long more = 0;
        int shown = 0;
        try (PlanFile.Reader entries = new PlanFile.Reader(plan)) {
            while (entries.hasNext()) {
                PlanEntry entry = entries.next();
                if (shown < atMost) {
                    each.accept(entry);
                    shown++;
                } else {
                    more++;
                }
            }
        }
        return more;
    }
}
