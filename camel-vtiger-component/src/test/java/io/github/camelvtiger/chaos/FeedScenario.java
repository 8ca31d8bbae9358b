package io.github.camelvtiger.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.clock.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;

/** Follows a module from its first record on, edits included. A poll that fails is made good by the next. */
final class FeedScenario implements Scenario {

    private static final int RECORDS = 120;
    private static final int EDITS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ManualClock clock;
    private final Path cursors;
    private final List<String> ids = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final List<String> delivered = new CopyOnWriteArrayList<>();

    FeedScenario(ManualClock clock, Path cursors) {
        this.clock = clock;
        this.cursors = cursors;
    }

    @Override
    public void prepare(SimulatorServer crm) {
        for (int number = 0; number < RECORDS; number++) {
            String id = crm.crm().create("Contacts", Map.of("lastname", "Contact " + number));
            ids.add(id);
            expected.add(id + " Contact " + number);
        }
        clock.advance(Duration.ofSeconds(10));
    }

    @Override
    public void run(SimulatorServer crm, CamelContext context) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Contacts?startFrom=beginning&initialDelay=0&delay=20&verifyDelay=30000"
                                + "&cursorDirectory=RAW(" + cursors + ")")
                        .process(exchange -> delivered.add(exchange.getIn().getHeader(VtigerConstants.RECORD_ID) + " "
                                + exchange.getIn().getBody(Map.class).get("lastname")));
            }
        });
        context.start();
        await().atMost(PATIENCE).until(() -> delivered.size() >= RECORDS);
        for (int edit = 0; edit < EDITS; edit++) {
            String id = ids.get(edit * 40);
            crm.crm().revise(id, Map.of("lastname", "Edited " + edit));
            expected.add(id + " Edited " + edit);
        }
        await().atMost(PATIENCE).until(() -> {
            clock.advance(Duration.ofSeconds(5));
            return delivered.size() >= RECORDS + EDITS;
        });
        // The last pass looks at all of it once more.
        int polls = crm.calls().size();
        clock.advance(Duration.ofSeconds(60));
        await().atMost(PATIENCE).until(() -> crm.calls().size() > polls + 2);
    }

    @Override
    public void compare(SimulatorServer crm) {
        assertThat(delivered).isEqualTo(expected);
    }
}
