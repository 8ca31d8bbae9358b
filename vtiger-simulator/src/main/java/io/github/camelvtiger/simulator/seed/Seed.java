package io.github.camelvtiger.simulator.seed;

import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.store.CrmStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** What is in the CRM when it starts. */
public interface Seed {

    /**
     * @param now the records seem to have been made in the day before
     * @param random of the access keys and whatever varies
     */
    void plant(CrmStore store, Instant now, RandomGenerator random);

    /** Fields and modules that the data need beside those of every installation. */
    default CustomMetadata metadata() {
        return CustomMetadata.NONE;
    }

    /**
     * @param text {@code empty}: users, groups, currency and the like only; {@code demo}: a small company's CRM;
     *     {@code contacts=50000}: that many Contacts, and some Accounts; the path of a file that the command {@code clone} has written
     * @throws IllegalArgumentException for anything else
     */
    static Seed parse(String text) {
        if (text.equals("empty")) {
            return new FreshServer();
        }
        if (text.equals("demo")) {
            return new DemoCompany();
        }
        if (text.matches("contacts=\\d{1,8}")) {
            return new ManyContacts(Integer.parseInt(text.substring("contacts=".length())));
        }
        if (text.contains(".") && Files.isRegularFile(Path.of(text))) {
            return new ClonedCrm(Path.of(text));
        }
        throw new IllegalArgumentException("seed is \"" + text
                + "\": give empty, demo, contacts=N with a number N, such as contacts=50000,"
                + " or a file that the command clone has written");
    }
}
