package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.crm.Capabilities;
import io.github.camelvtiger.crm.Capability;
import io.github.camelvtiger.crm.CapabilityFinding.State;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only writes show of a server ({@code releases.md}): that it cannot write orders, and whom a user may make an owner. */
class LearnedCapabilitiesTest extends CrmTestSupport {

    private static final Map<String, Object> QUOTE =
            Map.of("subject", "S", "quotestage", "Created", "bill_street", "B", "ship_street", "S");

    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder().release("8.3.0").start();
    }

    @BeforeEach
    void clear() {
        context.getEndpoint("vtiger:me", VtigerEndpoint.class)
                .client()
                .capabilities()
                .askAgain()
                .join();
        crm.clearCalls();
    }

    @Test
    void anOrderThatWasRefusedIsNotSentAgainUntilAskedAgain() {
        Map<String, Object> quote = new HashMap<>(QUOTE);
        quote.put("account_id", id("Accounts", Map.of("accountname", "Learned")));
        quote.put(
                "LineItems",
                List.of(Map.of(
                        "productid",
                        id("Products", Map.of("productname", "Learned")),
                        "quantity",
                        "1",
                        "listprice",
                        "1")));
        assertThat(failure(quote))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("constructFocusObject");
        long sent = creates();
        assertThat(failure(quote))
                .isInstanceOf(ServerFailureException.class)
                .hasMessageContaining("This CRM cannot serve orders, and nothing was sent");
        assertThat(creates()).isEqualTo(sent);
        Capabilities capabilities =
                context.getEndpoint("vtiger:me", VtigerEndpoint.class).client().capabilities();
        assertThat(capabilities.all().join().get(Capability.ORDERS).state()).isEqualTo(State.UNAVAILABLE);
        assertThat(capabilities.askAgain().join().get(Capability.ORDERS).state())
                .isEqualTo(State.UNKNOWN);
        assertThat(failure(quote)).isInstanceOf(InvalidRecordException.class);
        assertThat(creates()).isEqualTo(sent + 1);
    }

    /** The same code of the server, about a reference: that shows nothing. */
    @Test
    void aReferenceThatIsNotAnIdIsNotAFaultOfTheServer() {
        Map<String, Object> quote = new HashMap<>(QUOTE);
        quote.put("account_id", "Acme");
        quote.put(
                "LineItems",
                List.of(Map.of(
                        "productid",
                        id("Products", Map.of("productname", "Learned")),
                        "quantity",
                        "1",
                        "listprice",
                        "1")));
        assertThat(failure(quote))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageNotContaining("constructFocusObject");
        assertThat(context.getEndpoint("vtiger:me", VtigerEndpoint.class)
                        .client()
                        .capabilities()
                        .of(Capability.ORDERS)
                        .join()
                        .state())
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void anOwnerThatAnOrdinaryUserMayNotSetIsExplained() {
        try (SimulatorServer usual = SimulatorServer.builder().start()) {
            String user = "url=" + usual.url() + "&username=sales1&accessKey=" + usual.accessKey("sales1");
            Exception failure = call(
                            "vtiger:create/Leads?" + user, Map.of("lastname", "L", "assigned_user_id", "19x999"))
                    .getException();
            assertThat(failure)
                    .isInstanceOf(AccessDeniedException.class)
                    .hasMessageContaining("Cannot assign record to the given user")
                    .hasMessageContaining("a user who is an administrator");
            assertThat(context.getEndpoint("vtiger:me?" + user, VtigerEndpoint.class)
                            .client()
                            .capabilities()
                            .of(Capability.OWNERS)
                            .join()
                            .state())
                    .isEqualTo(State.UNAVAILABLE);
            assertThat(call("vtiger:create/Leads?" + user, Map.of("lastname", "L"))
                            .getException())
                    .isNull();
        }
    }

    private long creates() {
        return crm.calls().stream()
                .filter(call -> call.operation().equals("create"))
                .count();
    }

    private Exception failure(Map<String, Object> quote) {
        return call("vtiger:create/Quotes", quote).getException();
    }

    private String id(String module, Map<String, Object> record) {
        return call("vtiger:create/" + module, record).getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
    }
}
