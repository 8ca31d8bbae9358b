package io.github.camelvtiger;

import java.util.Arrays;
import java.util.Comparator;

/** The operation whose name takes the fewest edits to become what was written. */
final class NearestOperation {

    private NearestOperation() {}

    static String to(String written) {
        String lower = written.toLowerCase(java.util.Locale.ROOT);
        return Arrays.stream(VtigerOperation.values())
                .map(VtigerOperation::uriName)
                .min(Comparator.comparingInt(name -> edits(lower, name.toLowerCase(java.util.Locale.ROOT))))
                .orElseThrow();
    }

    private static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        Arrays.setAll(previous, i -> i);
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
