package io.github.camelvtiger.simulator.store;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Records that are more than their row: if saves are atomic, readers wait until the line items of a record are
 * written too.
 */
public final class WholeRecords {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** @param reader what reads rows of several tables and is not to see a save in between */
    public <T> T read(Supplier<T> reader) {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            return reader.get();
        } finally {
            reading.unlock();
        }
    }

    <T> T save(Save<T> save) throws InterruptedException {
        Lock saving = lock.writeLock();
        saving.lockInterruptibly();
        try {
            return save.run();
        } finally {
            saving.unlock();
        }
    }

    /** A save of a record with all that belongs to it. */
    @FunctionalInterface
    public interface Save<T> {
        T run() throws InterruptedException;
    }
}
