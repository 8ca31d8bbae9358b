package io.github.camelvtiger.simulator.journal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name that the user may have meant: differs least, without regard to case and underscores. */
public final class NearestName {

    private NearestName() {}

    /** @return empty if no name is like it: more than a third of the characters, or more than three, differ */
    public static Optional<String> of(String name, Collection<String> names) {
        String wanted = plain(name);
        int most = Math.max(1, Math.min(3, wanted.length() / 3));
        return names.stream()
                .filter(candidate -> distance(wanted, plain(candidate)) <= most)
                .min(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    /** Levenshtein's: characters to put in, to take out or to change. */
    private static int distance(String left, String right) {
        int[] above = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int[] row = new int[right.length() + 1];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(above[j - 1] + change, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[right.length()];
    }
}
