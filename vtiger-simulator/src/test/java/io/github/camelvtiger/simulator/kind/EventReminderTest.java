package io.github.camelvtiger.simulator.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventReminderTest {

    @ParameterizedTest
    @CsvSource({
        "'',3600,61",
        "61,3600,61",
        "'',60,1",
        "'',5400,90",
        "'',90000,1501",
        "'',1.5,1",
        "'',-7,1",
        "'',7abc,1",
        "'',1e30,-2147483648",
        "'','',0",
        "'',0,0",
        "0,'',''",
        "61,0,''"
    })
    void saves(String before, String sent, String stored) {
        assertThat(saved(before, sent)).isEqualTo(stored);
    }

    @Test
    void aWordCrashesTheServer() {
        assertThatThrownBy(() -> saved("", "soon")).isInstanceOf(ServerCrash.class);
    }

    @Test
    void aListCrashesTheServerUnlessItIsEmpty() {
        assertThatThrownBy(() -> saved("", List.of("3"))).isInstanceOf(ServerCrash.class);
        assertThat(saved("", List.of())).isEqualTo("0");
    }

    private static String saved(String before, Object sent) {
        return EventReminder.saved(before, SentElement.of(Map.of("reminder_time", sent)));
    }
}
