package io.github.camelvtiger.simulator.comparison;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many calls of each subject agree in code, keys and wholly. */
final class Tally {

    private static final String ALL = "all";

    private final Map<String, int[]> counts = new TreeMap<>();

    void add(Compared compared) {
        count(compared.subject(), compared);
        count(ALL, compared);
    }

    private void count(String subject, Compared compared) {
        int[] of = counts.computeIfAbsent(subject, none -> new int[Agreement.values().length]);
        for (int i = 0; i <= compared.comparison().agreement().ordinal(); i++) {
            of[i]++;
        }
    }

    /** Whether all agree wholly. */
    boolean agrees() {
        int[] all = counts.getOrDefault(ALL, new int[Agreement.values().length]);
        return all[Agreement.NONE.ordinal()] == all[Agreement.WHOLE.ordinal()];
    }

    void print(PrintWriter out) {
        Map<String, int[]> last = new LinkedHashMap<>(counts);
        int[] all = last.remove(ALL);
        if (all != null) {
            last.put(ALL, all);
        }
        last.forEach((subject, of) -> out.println(line(subject, of)));
        out.flush();
    }

    private static String line(String subject, int[] of) {
        int calls = of[Agreement.NONE.ordinal()];
        return String.format(
                "%-12s %5d calls: code %6.2f %%, keys %6.2f %%, whole %6.2f %%",
                subject,
                calls,
                share(of, Agreement.CODE, calls),
                share(of, Agreement.KEYS, calls),
                share(of, Agreement.WHOLE, calls));
    }

    private static double share(int[] of, Agreement agreement, int calls) {
        return 100.0 * of[agreement.ordinal()] / calls;
    }
}
