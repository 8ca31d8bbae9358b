package io.github.camelvtiger.benchmarks.soak;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * One of several who work in a CRM at the same time: makes and edits records, its own and those of the others; with
 * {@code mixed} it deletes some, and sells what is in stock.
 */
final class Writer implements Callable<Void> {

    private final VtigerClient crm;
    private final Written written;
    private final SplittableRandom random;
    private final boolean mixed;
    private final BooleanSupplier goOn;

    Writer(VtigerClient crm, Written written, long seed, boolean mixed, BooleanSupplier goOn) {
        this.crm = crm;
        this.written = written;
        this.random = new SplittableRandom(seed);
        this.mixed = mixed;
        this.goOn = goOn;
    }

    @Override
    public Void call() {
        while (goOn.getAsBoolean()) {
            try {
                write();
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof VtigerException)) {
                    throw e;
                }
                // Somebody else deleted it, or the save did not get its lock in time.
                written.failed();
            }
        }
        return null;
    }

    private void write() {
        int dice = random.nextInt(100);
        if (!mixed || dice < 60) {
            contact();
        } else if (dice < 70) {
            account();
        } else if (dice < 80) {
            product();
        } else if (dice < 90) {
            invoice();
        } else {
            delete(List.of("Contacts", "Accounts", "Products").get(random.nextInt(3)));
        }
    }

    private void contact() {
        Optional<String> known = random.nextInt(4) == 0 ? Optional.empty() : written.anyOf("Contacts", random);
        Map<String, Object> fields = new HashMap<>(Map.of("firstname", text(), "phone", text(), "description", text()));
        if (known.isPresent()) {
            revise(known.get(), fields);
        } else {
            fields.put("lastname", "Soak " + text());
            written.anyOf("Accounts", random).ifPresent(account -> fields.put("account_id", account));
            create("Contacts", fields);
        }
    }

    private void account() {
        Optional<String> known = random.nextBoolean() ? Optional.empty() : written.anyOf("Accounts", random);
        if (known.isPresent()) {
            revise(known.get(), Map.of("phone", text(), "bill_city", text()));
        } else {
            create("Accounts", Map.of("accountname", "Soak " + text()));
        }
    }

    private void product() {
        Optional<String> known = random.nextBoolean() ? Optional.empty() : written.anyOf("Products", random);
        if (known.isPresent()) {
            revise(known.get(), Map.of("serial_no", text()));
        } else {
            create(
                    "Products",
                    Map.of(
                            "productname",
                            "Soak " + text(),
                            "discontinued",
                            "1",
                            "qtyinstock",
                            "1000",
                            "unit_price",
                            "10"));
        }
    }

    /** Takes stock, and leaves the product's time as it is. */
    private void invoice() {
        Optional<String> product = written.anyOf("Products", random);
        Optional<String> account = written.anyOf("Accounts", random);
        if (product.isEmpty() || account.isEmpty()) {
            return;
        }
        create(
                "Invoice",
                Map.of(
                        "subject",
                        "Soak " + text(),
                        "account_id",
                        account.get(),
                        "bill_street",
                        "Street 1",
                        "ship_street",
                        "Street 1",
                        "invoicestatus",
                        "Approved",
                        "productid",
                        product.get(),
                        "LineItems",
                        List.of(Map.of("productid", product.get(), "quantity", "1", "listprice", "10"))));
        written.changedSilently(product.get());
    }

    private void delete(String module) {
        written.take(module, random).ifPresent(id -> {
            crm.delete(RecordId.parse(id)).join();
            written.deleted(id);
        });
    }

    private void create(String module, Map<String, Object> fields) {
        written.created(module, String.valueOf(crm.create(module, fields).join().get("id")));
    }

    private void revise(String id, Map<String, Object> fields) {
        Map<String, Object> record = new HashMap<>(fields);
        record.put("id", id);
        crm.revise(record).join();
        written.edited(id);
    }

    private String text() {
        return Integer.toString(random.nextInt(1_000_000_000), 36);
    }
}
