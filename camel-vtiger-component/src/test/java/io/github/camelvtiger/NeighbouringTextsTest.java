package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A text that the server answers otherwise since another one comes before it has not changed ({@code webservice.md §6}). */
class NeighbouringTextsTest extends FeedTestSupport {

    @Test
    void aSweepReportsNoChangeOfIt() throws Exception {
        String first = contact("first");
        String second = contact("m &amp;amp; n");
        follow("Contacts", "startFrom=beginning&sweepPeriod=10m&changedFields=true");
        await().until(() -> received.size() == 2);
        aPeriodGoesBy();
        assertThat(last().get("lastname")).isEqualTo("m &amp;amp; n");

        server.crm().revise(first, Map.of("lastname", "m & n"));
        aPeriodGoesBy();
        aPeriodGoesBy();
        assertThat(events()).containsExactly("created " + first, "created " + second, "updated " + first);

        server.crm().revise(second, Map.of("phone", "1"));
        aPeriodGoesBy();
        assertThat(events()).hasSize(4);
        assertThat(received.get(3).getIn().getHeader(VtigerConstants.CHANGED_FIELDS, java.util.List.class))
                .containsExactlyInAnyOrder("phone", "modifiedtime");
    }

    private String contact(String lastname) {
        String id = server.crm().create("Contacts", Map.of("lastname", lastname));
        clock.advance(Duration.ofSeconds(5));
        return id;
    }
}
