package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A revise is the only answer in which users have a label (seen on 8.2.0). */
class UserLabelTest {

    private final FreshCrm crm = new FreshCrm();

    @Test
    void reviseAnswersALabelAtTheEnd() {
        Map<String, Object> revised = crm.revise("19x5", Map.of("first_name", "T & <b>"));

        assertThat(revised).containsEntry("label", "T & <b> Zone");
        assertThat(revised.keySet()).endsWith("id", "label");
        assertThat(crm.retrieve("19x5")).doesNotContainKey("label");
    }
}
