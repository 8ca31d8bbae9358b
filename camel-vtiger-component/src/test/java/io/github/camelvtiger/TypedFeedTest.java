package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.RecordId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The option {@code typedValues} of the consumer {@code changes}: it changes what is delivered, and not when. */
class TypedFeedTest extends FeedTestSupport {

    @ParameterizedTest
    @ValueSource(strings = {"", "&columns=lastname,birthday", "&sweepPeriod=600000&changedFields=true"})
    void statesOfRecordsAreTypedAndDeliveredOnce(String options) throws Exception {
        follow("Contacts", "startFrom=beginning&typedValues=true" + options);
        String id = server.crm().create("Contacts", Map.of("lastname", "Anna", "birthday", "1980-12-31"));
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> received.size() == 1);
        assertThat(last().get("id")).isEqualTo(RecordId.parse(id));
        assertThat(last().get("birthday")).isEqualTo(LocalDate.of(1980, 12, 31));
        assertThat(received.get(0).getIn().getHeader(VtigerConstants.MODIFIED_TIME))
                .isInstanceOf(Instant.class);
        assertThat(received.get(0).getIn().getHeader(VtigerConstants.RECORD_ID)).isEqualTo(id);

        aPeriodGoesBy();
        assertThat(events()).as("the passes do not repeat what they delivered").hasSize(1);
        server.crm().revise(id, Map.of("birthday", ""));
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> received.size() == 2);
        assertThat(last().containsKey("birthday")).isTrue();
        assertThat(last().get("birthday")).isNull();
    }

    @Test
    void theIdOfADeletedRecordIsOne() throws Exception {
        String id = server.crm().create("Contacts", Map.of("lastname", "Anna"));
        follow("Contacts", "startFrom=now&events=deleted&deletedCheckPeriod=600000&typedValues=true");
        aPeriodGoesBy();
        server.crm().delete(id);
        aPeriodGoesBy();
        await().until(() -> received.size() == 1);
        assertThat(last()).isEqualTo(Map.of("id", RecordId.parse(id)));
    }

    @Test
    void itemsAreTyped() throws Exception {
        follow("Quotes", "startFrom=beginning&lineItems=true&typedValues=true");
        String bolts = server.crm().create("Products", Map.of("productname", "Bolts"));
        String account = server.crm().create("Accounts", Map.of("accountname", "Builders"));
        server.crm()
                .create(
                        "Quotes",
                        Map.of(
                                "subject", "Q",
                                "quotestage", "Created",
                                "account_id", account,
                                "bill_street", "b",
                                "ship_street", "s",
                                "productid", bolts,
                                "hdnTaxType", "group",
                                "LineItems", List.of(Map.of("productid", bolts, "quantity", 2, "listprice", 10))));
        clock.advance(Duration.ofSeconds(4));
        await().until(() -> received.size() == 1);
        assertThat(last().get("hdnGrandTotal")).isEqualTo(new BigDecimal("20"));
        assertThat(((Map<?, ?>) ((List<?>) last().get("LineItems")).get(0)).get("productid"))
                .isEqualTo(RecordId.parse(bolts));
    }
}
