package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AccessDeniedException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Headers come from other systems: what they may choose is what the endpoint allows. */
class ChosenByHeaderTest extends CrmTestSupport {

    @Test
    void operationBesidesTheEndpointsOwnIsRefused() {
        Exchange exchange = operation("vtiger:create/Leads", "delete", "10x1");
        assertThat(exchange.getException())
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("delete")
                .hasMessageContaining("allowedOperations");
    }

    @Test
    void endpointsOwnOperationIsAllowed() {
        assertThat(operation("vtiger:create/Leads", "create", Map.of("lastname", "Own"))
                        .getException())
                .isNull();
    }

    @Test
    void allowedOperationIsTaken() {
        Exchange exchange = operation("vtiger:create/Leads?allowedOperations=listTypes,count", "list-types", null);
        assertThat(exchange.getMessage().getBody(String.class)).contains("Contacts");
    }

    @Test
    void unknownOperationIsNamed() {
        assertThat(operation("vtiger:create/Leads", "creat", null).getException())
                .hasMessageContaining("'creat'")
                .hasMessageContaining("'create'");
    }

    @Test
    void runWithoutActionReadsOnly() {
        assertThat(action("vtiger:run", "list-modules", null).getException()).isNull();
        assertThat(action("vtiger:run", "delete-record", Map.of("id", "10x1")).getException())
                .isInstanceOf(AccessDeniedException.class)
                .hasMessageContaining("add delete to its option allowedOperations");
    }

    @Test
    void runWithoutActionTakesTheAllowedOperationsOnly() {
        String uri = "vtiger:run?allowedOperations=me";
        assertThat(action(uri, "get-current-user", null).getException()).isNull();
        assertThat(action(uri, "list-modules", null).getException()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void runWithAnActionTakesNoOther() {
        String uri = "vtiger:run?action=list-modules";
        assertThat(action(uri, "list-modules", null).getException()).isNull();
        assertThat(action(uri, "get-current-user", null).getException()).isInstanceOf(AccessDeniedException.class);
        assertThat(action(uri + "&allowedOperations=me", "get-current-user", null)
                        .getException())
                .isNull();
    }

    @Test
    void unknownActionIsNamedWithTheKnown() {
        assertThat(action("vtiger:run", "make-record", null).getException())
                .hasMessageContaining("'make-record'")
                .hasMessageContaining("create-record");
    }

    private Exchange operation(String uri, String operation, Object body) {
        return call(uri, body, Map.of(VtigerConstants.OPERATION, operation));
    }

    private Exchange action(String uri, String action, Object body) {
        return call(uri, body, Map.of(VtigerConstants.ACTION, action));
    }
}
