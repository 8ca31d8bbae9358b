package io.github.camelvtiger.routes.sync.verify;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * How long a difference is given to pass.
 *
 * @param settle how long a save in the CRM may take
 * @param deletions after how long a feed notices a deletion at the latest
 * @param stopping whether the application stops
 */
public record Patience(Duration settle, Duration deletions, BooleanSupplier stopping) {

    private static final Duration STEP = Duration.ofMillis(200);

    /** @throws CancellationException if the application is stopped meanwhile */
    void pause() {
        long end = System.nanoTime() + settle.toNanos();
        try {
            for (long left = settle.toNanos(); left > 0; left = end - System.nanoTime()) {
                if (stopping.getAsBoolean()) {
                    throw new CancellationException("The sync was stopped.");
                }
                Thread.sleep(Math.min(STEP.toMillis(), left / 1_000_000 + 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("The comparison was interrupted.");
        }
    }
}
