package io.github.camelvtiger.simulator.conformance;

import java.util.List;

/**
 * A group of checks that share nothing with others.
 *
 * @param name as {@code --area} takes it
 * @param files of scripted checks, each with a scene of its own
 */
record Area(String name, List<String> files) {

    /** All areas, in the order in which they run. */
    static List<Area> all() {
        return List.of(
                new Area("transport", List.of("transport.json")),
                new Area("auth", List.of("auth.json")),
                new Area("listtypes", List.of("listtypes.json")),
                new Area(DescribeChecks.AREA, List.of("describe.json")));
    }
}
