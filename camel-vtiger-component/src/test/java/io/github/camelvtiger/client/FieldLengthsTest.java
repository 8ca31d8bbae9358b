package io.github.camelvtiger.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FieldLengthsTest {

    @Test
    void lengthsAreThoseTheServerTellsElseTheUsualOnes() {
        assertThat(FieldLengths.of("Contacts", "lastname", null)).isEqualTo(OptionalInt.of(80));
        assertThat(FieldLengths.of("Contacts", "lastname", "25")).isEqualTo(OptionalInt.of(25));
        assertThat(FieldLengths.of("Contacts", "lastname", 30)).isEqualTo(OptionalInt.of(30));
        assertThat(FieldLengths.of("Contacts", "cf_901", null)).isEmpty();
    }
}
