package io.github.camelvtiger.routes.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hosts with ports, commas between them. */
final class HostList implements Check {

    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern HOST = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\s,:/\\[\\]]+)(?::(\\d{1,5}))?");

    @Override
    public Optional<String> fault(String value) {
        // Behind the last host ZooKeeper takes a path under which all others are.
        String hosts = value.replaceFirst("/[^\\s,]*$", "");
        for (String each : hosts.split(",", -1)) {
            Matcher host = HOST.matcher(each.strip());
            if (!host.matches() || host.group(2) != null && !isPort(Integer.parseInt(host.group(2)))) {
                return Optional.of("where '" + each.strip()
                        + "' is not a host with its port; write zoo1:2181,zoo2:2181,zoo3:2181");
            }
        }
        return Optional.empty();
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= HIGHEST_PORT;
    }
}
