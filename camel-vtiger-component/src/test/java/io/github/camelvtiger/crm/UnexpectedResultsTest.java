package io.github.camelvtiger.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.HostileCrm;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ServerFailureException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A success whose result is not what the operation answers is a failure of the server, never an empty record or list. */
class UnexpectedResultsTest {

    private volatile String result = "null";
    private final HostileCrm crm =
            new HostileCrm((request, out) -> HostileCrm.result(result).write(request, out));
    private final VtigerClient client = new VtigerClient(new ClientSettings(crm.url(), "admin", "key"));

    @AfterEach
    void close() {
        client.close();
        crm.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"text\"", "7", "true", "{\"a\":1}", "{}"})
    void whereAListBelongs(String answered) {
        result = answered;

        fails(client -> client.query("select * from Contacts;"));
        fails(client -> client.query("select * from Contacts order by lastname desc limit 5;"));
        fails(client -> client.queryPage("select * from Contacts;"));
        fails(client -> client.count("select * from Contacts;"));
        assertThatThrownBy(() -> client.streams()
                        .export(new Export("Contacts", List.of("lastname"), null, false, 1))
                        .next())
                .isInstanceOf(ServerFailureException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"text\"", "7", "false", "[1]", "[{\"id\":\"12x1\"}]", "[]", "{}"})
    void whereARecordBelongs(String answered) {
        result = answered;

        fails(client -> client.retrieve(RecordId.parse("12x1")));
        fails(client -> client.create("Contacts", Map.of("lastname", "A", "assigned_user_id", "19x1")));
        fails(client -> client.update(Map.of("id", "12x1", "lastname", "A", "description", "")));
        fails(client -> client.revise(Map.of("id", "12x1", "lastname", "A")));
        fails(VtigerClient::me);
        fails(client -> client.describe("Contacts"));
        fails(VtigerClient::listTypes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"text\"", "7", "[1]"})
    void whereAnObjectBelongs(String answered) {
        result = answered;

        fails(client -> client.delete(RecordId.parse("12x1")));
    }

    @Test
    void anObjectWithoutAnythingComesAsAnEmptyListAndIsRight() {
        result = "[]";

        assertThat(client.delete(RecordId.parse("12x1")).join()).isNull();
        assertThat(client.request("/listtypes", "GET", Map.of()).join()).isEqualTo(List.of());
    }

    @Test
    void aCountThatIsNoNumberIsReported() {
        result = "[{\"count\":\"many\"}]";

        fails(client -> client.count("select * from Contacts;"));
    }

    private void fails(Function<VtigerClient, CompletableFuture<?>> call) {
        assertThatThrownBy(call.apply(client)::join).as(result).hasCauseInstanceOf(ServerFailureException.class);
    }
}
