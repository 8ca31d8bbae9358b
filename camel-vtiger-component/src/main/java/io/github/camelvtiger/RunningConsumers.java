package io.github.camelvtiger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The consumers of a component that run now, also those that belong to no route. */
final class RunningConsumers {

    private final List<ConsumerFigures> running = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    void add(ConsumerFigures consumer) {
        running.add(consumer);
        listeners.forEach(Runnable::run);
    }

    void remove(ConsumerFigures consumer) {
        if (running.remove(consumer)) {
            listeners.forEach(Runnable::run);
        }
    }

    void addListener(Runnable listener) {
        listeners.add(listener);
    }

    List<ConsumerStatus> status() {
        return running.stream().map(ConsumerFigures::status).toList();
    }
}
