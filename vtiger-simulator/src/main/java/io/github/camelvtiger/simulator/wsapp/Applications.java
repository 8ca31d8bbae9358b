package io.github.camelvtiger.simulator.wsapp;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Programs that have registered to be synchronised, by the key each was given. */
final class Applications {

    private final SimulatorClock clock;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<String, String> names = new ConcurrentHashMap<>();

    Applications(SimulatorClock clock) {
        this.clock = clock;
    }

    /** @return the key: the time in seconds and a number, 13 digits in base 16 */
    String register(String name) {
        String key = "%08x%05x".formatted(clock.now().getEpochSecond(), count.incrementAndGet() & 0xfffff);
        names.put(key, name);
        return key;
    }

    /** Nothing if name and key do not belong together. */
    void deregister(String name, String key) {
        names.computeIfPresent(
                key.toLowerCase(Locale.ROOT), (any, known) -> known.equalsIgnoreCase(name) ? null : known);
    }

    boolean has(String key) {
        return names.containsKey(key.toLowerCase(Locale.ROOT));
    }
}
