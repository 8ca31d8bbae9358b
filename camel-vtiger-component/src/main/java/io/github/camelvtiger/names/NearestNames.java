package io.github.camelvtiger.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that were probably meant by one that does not exist. */
public final class NearestNames {

    private static final int MOST = 3;

    private NearestNames() {}

    /** @return up to three of the names, nearest first; none where nothing is alike */
    public static List<String> of(String meant, Collection<String> names) {
        String wanted = folded(meant);
        int tolerance = Math.max(2, wanted.length() / 3);
        return names.stream()
                .filter(name -> distance(wanted, folded(name)) <= tolerance)
                .sorted(Comparator.comparingInt((String name) -> distance(wanted, folded(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** Case, spaces and underscores make no difference. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }

    /** How many letters must be put in, taken out or replaced to turn one into the other. */
    public static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
