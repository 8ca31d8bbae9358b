package io.github.camelvtiger.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code me} of Vtiger Cloud, over HTTP: as the server keeps the user. */
class MeTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.rest(true));

    @Test
    void textsAreEncodedAndTheCurrencyIsToldInWords() throws Exception {
        crm.crm().revise("19x6", Map.of("signature", "<b>Sales & more</b>"));

        JsonNode me = RestCalls.result(RestCalls.as("sales1", crm.server()).get("me"));

        assertThat(me.get("signature").asText()).isEqualTo("&lt;b&gt;Sales &amp; more&lt;/b&gt;");
        assertThat(me.get("currency_id").asText()).isEqualTo("1");
        assertThat(me.get("currency_name").asText()).isEqualTo("USA, Dollars");
        assertThat(me.get("currency_code").asText()).isEqualTo("USD");
        assertThat(me.get("conv_rate").asText()).isEqualTo("1.00000");
        assertThat(RestCalls.names(me)).endsWith("currency_symbol", "conv_rate", "id");
    }

    @Test
    void theVersionIsToldWithEveryAnswerToAUser() throws Exception {
        assertThat(RestCalls.as("admin", crm.server()).get("bogus").headers().firstValue("X-Vtiger-Version"))
                .hasValue("8.2.0");
    }
}
