package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.SweptPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.Test;

/** What the option {@code sweepListener} shows of the sweeps of a feed, against the simulator. */
class SweepListenerTest extends FeedTestSupport {

    private static final int RECORDS = 230;

    private final List<SweptPage> pages = new CopyOnWriteArrayList<>();
    private Consumer<SweptPage> listener = page -> {};

    @Override
    void bind(Registry registry) {
        registry.bind("copy", (io.github.camelvtiger.client.SweepListener) page -> {
            pages.add(page);
            listener.accept(page);
        });
    }

    @Test
    void eachPageIsShownAndItsChangesAreDeliveredBefore() throws Exception {
        String account = server.crm().create("Accounts", Map.of("accountname", "Acme"));
        List<String> ids = contacts(account);
        clock.advance(Duration.ofMinutes(5));
        follow("Contacts", "startFrom=beginning&sweepPeriod=10m&sweepListener=#copy");
        await().until(() -> received.size() == RECORDS);
        aPeriodGoesBy();
        server.crm().delete(account);
        Map<Object, Object> delivered = new HashMap<>();
        listener = page -> {
            received.forEach(exchange -> delivered.put(
                    exchange.getIn().getHeader(VtigerConstants.RECORD_ID),
                    exchange.getIn().getBody(Map.class).get("account_id")));
            page.records().forEach(record -> assertThat(delivered.get(record.get("id")))
                    .isEqualTo(record.get("account_id")));
        };
        pages.clear();
        aPeriodGoesBy();
        aPeriodGoesBy();

        List<SweptPage> whole = aWholeSweep();
        List<Object> seen = new ArrayList<>();
        long after = 0;
        for (SweptPage page : whole) {
            assertThat(page.module()).isEqualTo("Contacts");
            assertThat(page.after()).isEqualTo(after);
            assertThat(page.readUpTo()).isAfter(BEGIN).isBefore(clock.now());
            page.records().forEach(record -> seen.add(record.get("id")));
            after = page.upTo().orElse(after);
        }
        assertThat(seen).isEqualTo(ids);
        assertThat(received).as("the emptied references").hasSize(2 * RECORDS);
        assertThat(delivered.values()).containsOnly("");
    }

    @Test
    void aListenerThatFailsStopsNothing() throws Exception {
        contacts("");
        clock.advance(Duration.ofMinutes(5));
        listener = page -> {
            throw new IllegalStateException("The copy is away.");
        };
        follow("Contacts", "startFrom=beginning&sweepPeriod=10m&sweepListener=#copy");
        aPeriodGoesBy();
        aPeriodGoesBy();
        assertThat(aWholeSweep()).hasSizeGreaterThan(3);
        String berta = server.crm().create("Contacts", Map.of("lastname", "Berta"));
        aPeriodGoesBy();
        assertThat(events()).endsWith("created " + berta);
    }

    private List<String> contacts(String account) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            ids.add(server.crm().create("Contacts", Map.of("lastname", "N" + i, "account_id", account)));
        }
        return ids;
    }

    private List<SweptPage> aWholeSweep() {
        Optional<SweptPage> last = pages.stream().filter(SweptPage::isLast).findFirst();
        assertThat(last).as("the end of a sweep").isPresent();
        return pages.stream()
                .filter(page -> page.begun().equals(last.get().begun()))
                .toList();
    }
}
