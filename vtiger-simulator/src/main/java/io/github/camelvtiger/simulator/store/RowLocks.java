package io.github.camelvtiger.simulator.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** One lock a record, kept only while a thread holds it or waits for it. Not bound to a thread, in order of arrival. */
final class RowLocks {

    private final ConcurrentHashMap<String, Lock> locks = new ConcurrentHashMap<>();

    Lock lock(String id) throws InterruptedException {
        Lock lock = locks.compute(id, (key, held) -> {
            Lock own = held == null ? new Lock(key) : held;
            own.users++;
            return own;
        });
        try {
            lock.permit.acquire();
            return lock;
        } catch (InterruptedException e) {
            lock.leave();
            throw e;
        }
    }

    final class Lock implements AutoCloseable {

        private final String id;
        private final Semaphore permit = new Semaphore(1, true);
        private int users;

        private Lock(String id) {
            this.id = id;
        }

        @Override
        public void close() {
            permit.release();
            leave();
        }

        private void leave() {
            locks.computeIfPresent(id, (key, lock) -> --lock.users == 0 ? null : lock);
        }
    }
}
