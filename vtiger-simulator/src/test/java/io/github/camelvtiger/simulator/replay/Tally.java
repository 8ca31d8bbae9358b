package io.github.camelvtiger.simulator.replay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts agreement, by area and in all. */
record Tally(List<ComparedExchange> exchanges) {

    Map<String, Tally> byPrefix() {
        return exchanges.stream()
                .collect(Collectors.groupingBy(
                        ComparedExchange::prefix,
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), Tally::new)));
    }

    int total() {
        return exchanges.size();
    }

    int agreeing(Agreement step) {
        return (int)
                exchanges.stream().filter(exchange -> exchange.agrees(step)).count();
    }

    /** In percent. */
    double share(Agreement step) {
        return 100.0 * agreeing(step) / total();
    }

    List<ComparedExchange> differing() {
        return exchanges.stream()
                .filter(exchange -> !exchange.agrees(Agreement.WHOLE))
                .toList();
    }
}
