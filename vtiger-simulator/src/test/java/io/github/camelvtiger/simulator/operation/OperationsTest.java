package io.github.camelvtiger.simulator.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.Operation.HttpMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private final Operation sync = new CrashingOperation("sync", HttpMethod.GET);

    @Test
    void refusesTwoOperationsOfOneName() {
        List<Operation> twice = List.of(sync, new CrashingOperation("sync", HttpMethod.POST));
        assertThatThrownBy(() -> new Operations(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the operation sync is registered twice");
    }

    @Test
    void findsByName() {
        Operations operations = new Operations(List.of(sync));
        assertThat(operations.named("sync")).contains(sync);
        assertThat(operations.named("query")).isEmpty();
        assertThat(operations.names()).containsExactly("sync");
    }

    @Test
    void aDecorationReplacesTheOperationOfItsName() {
        Operation decorated = new CrashingOperation("sync", HttpMethod.POST);
        assertThat(new Operations(List.of(sync)).each(operation -> decorated).named("sync"))
                .contains(decorated);
    }
}
