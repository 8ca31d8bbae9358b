package io.github.camelvtiger.routes.sync.killed;

import io.github.camelvtiger.simulator.Crm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Contacts that people create, change and delete all the time, until it is closed. */
final class ChangingContacts implements AutoCloseable {

    /** So many that do not change belong to the first load of a feed, however often it is killed. */
    static final int STILL = 150;

    private static final int OTHERS = 150;
    private static final int PAUSE_MILLIS = 40;

    private final Crm crm;
    private final List<String> ids = new ArrayList<>();
    private final Random random = new Random(5);
    private final Thread people = new Thread(this::edit, "people");
    private volatile boolean over;

    ChangingContacts(Crm crm) {
        this.crm = crm;
        for (int number = 0; number < STILL + OTHERS; number++) {
            String id = create("C" + number);
            if (number >= STILL) {
                ids.add(id);
            }
        }
        people.start();
    }

    private String create(String name) {
        return crm.create("Contacts", Map.of("lastname", name, "email", name + "@example.com"));
    }

    private void edit() {
        for (int number = 1; !over; number++) {
            String id = ids.get(random.nextInt(ids.size()));
            int what = random.nextInt(200);
            if (what < 15) {
                ids.add(create("N" + number));
            } else if (what == 15) {
                // Deletions are few: a feed does not believe that a fifth of a module is gone.
                crm.delete(id);
                ids.remove(id);
            } else {
                crm.revise(id, Map.of("firstname", "F" + number));
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
