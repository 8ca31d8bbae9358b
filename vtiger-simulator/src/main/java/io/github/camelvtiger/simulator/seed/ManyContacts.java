package io.github.camelvtiger.simulator.seed;

import io.github.camelvtiger.simulator.store.CrmStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Many Contacts and an Account for each twenty-five of them, at most 2,000; made one after the other in the day before.
 *
 * @param contacts how many
 */
record ManyContacts(int contacts) implements Seed {

    private static final int PER_ACCOUNT = 25;
    private static final int MOST_ACCOUNTS = 2_000;

    @Override
    public void plant(CrmStore store, Instant now, RandomGenerator random) {
        new FreshServer().plant(store, now, random);
        Instant start = now.minus(Duration.ofDays(1));
        Plot accounts = new Plot(store, "Accounts");
        accounts.time(start);
        for (int i = 0; i < Math.min(MOST_ACCOUNTS, 1 + contacts / PER_ACCOUNT); i++) {
            accounts.put(Map.of("accountname", "Company " + (i + 1), "bill_city", Names.any(Names.CITIES, random)));
        }
        Plot plot = new Plot(store, "Contacts");
        Instant time = Instant.MIN;
        for (int i = 0; i < contacts; i++) {
            Instant next = start.plusSeconds(80_000L * i / contacts);
            if (!next.equals(time)) {
                plot.time(next);
                time = next;
            }
            plot.put(Map.of(
                    "firstname", Names.any(Names.FIRST, random),
                    "lastname", Names.any(Names.LAST, random) + " " + (i + 1),
                    "email", "contact" + (i + 1) + "@example.com",
                    "account_id", Names.any(accounts.ids(), random),
                    "assigned_user_id", Names.any(FreshServer.owners(), random),
                    "mailingcity", Names.any(Names.CITIES, random)));
        }
    }
}
