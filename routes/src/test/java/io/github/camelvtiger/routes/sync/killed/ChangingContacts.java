package io.github.camelvtiger.routes.sync.killed;

import io.github.camelvtiger.simulator.Crm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Contacts that people create, change and delete all the time, until it is closed. */
final class ChangingContacts implements AutoCloseable {

    private static final int CONTACTS = 300;
    private static final int PAUSE_MILLIS = 40;

    private final Crm crm;
    private final List<String> ids = new ArrayList<>();
    private final Random random = new Random(5);
    private final Thread people = new Thread(this::edit, "people");
    private volatile boolean over;

    ChangingContacts(Crm crm) {
        this.crm = crm;
        for (int number = 0; number < CONTACTS; number++) {
            create("C" + number);
        }
        people.start();
    }

    private void create(String name) {
        ids.add(crm.create("Contacts", Map.of("lastname", name, "email", name + "@example.com")));
    }

    private void edit() {
        for (int number = 1; !over; number++) {
            String id = ids.get(random.nextInt(ids.size()));
            // Deletions are few: a feed does not believe that a fifth of a module is gone.
            switch (random.nextInt(40)) {
                case 0, 1, 2 -> create("N" + number);
                case 3 -> {
                    crm.delete(id);
                    ids.remove(id);
                }
                default -> crm.revise(id, Map.of("firstname", "F" + number));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        over = true;
        people.join();
    }
}
