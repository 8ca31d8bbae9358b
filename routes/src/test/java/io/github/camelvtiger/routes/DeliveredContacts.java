package io.github.camelvtiger.routes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the sync contacts-by-day has written into the files of the days: a line for each delivery. */
record DeliveredContacts(Path data) {

    private static final Pattern ID = Pattern.compile("\"id\":\"(\\d+x\\d+)\"");

    /** How often each id was delivered. */
    Map<String, Integer> times() throws IOException {
        Map<String, Integer> times = new HashMap<>();
        for (Path file : files()) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher id = ID.matcher(line);
                    if (id.find()) {
                        times.merge(id.group(1), 1, Integer::sum);
                    }
                }
            }
        }
        return times;
    }

    /** How many deliveries of all there were. */
    long count() throws IOException {
        long count = 0;
        for (Path file : files()) {
            try (Stream<String> lines = Files.lines(file)) {
                count += lines.count();
            }
        }
        return count;
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".jsonl")).toList();
        }
    }
}
