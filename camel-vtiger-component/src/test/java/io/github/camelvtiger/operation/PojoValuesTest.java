package io.github.camelvtiger.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The properties of a POJO are what they would be in a Map. */
class PojoValuesTest {

    private final BodyReader bodies = new BodyReader("create");

    enum Source {
        WEB_SITE,
        @JsonProperty("Trade Show")
        SHOW
    }

    record Times(
            LocalDateTime local,
            Instant instant,
            OffsetDateTime offset,
            LocalDate day,
            Date date,
            Calendar calendar,
            Optional<LocalDate> some,
            Optional<String> none,
            OptionalInt number,
            UUID uuid,
            Source source) {}

    @Test
    void valuesOfTheJdkKeepTheirTypes() {
        Times times = new Times(
                LocalDateTime.MAX,
                Instant.EPOCH,
                OffsetDateTime.MAX,
                LocalDate.EPOCH,
                new Date(0),
                Calendar.getInstance(),
                Optional.of(LocalDate.EPOCH),
                Optional.empty(),
                OptionalInt.of(5),
                new UUID(1, 2),
                Source.WEB_SITE);
        assertThat(bodies.record(times))
                .containsEntry("local", times.local())
                .containsEntry("instant", times.instant())
                .containsEntry("offset", times.offset())
                .containsEntry("day", times.day())
                .containsEntry("date", times.date())
                .containsEntry("calendar", times.calendar())
                .containsEntry("some", times.some())
                .containsEntry("none", times.none())
                .containsEntry("number", times.number())
                .containsEntry("uuid", times.uuid())
                .containsEntry("source", Source.WEB_SITE);
    }

    record Contents(byte[] bytes, char[] characters, InputStream stream, Object nested, List<Item> items) {}

    record Item(String productid, LocalDate day) {}

    @Test
    void whatHasNoFormIsNotTurnedIntoText() {
        Contents contents = new Contents(
                new byte[] {1},
                new char[] {'a'},
                new ByteArrayInputStream(new byte[0]),
                new Item("14x5", LocalDate.EPOCH),
                List.of(new Item("14x6", null)));
        assertThat(bodies.record(contents))
                .containsEntry("bytes", contents.bytes())
                .containsEntry("characters", contents.characters())
                .containsEntry("stream", contents.stream())
                .containsEntry("nested", Map.of("productid", "14x5", "day", LocalDate.EPOCH))
                .containsEntry("items", List.of(Map.of("productid", "14x6")));
    }

    record Annotated(@JsonFormat(pattern = "dd.MM.yyyy", timezone = "UTC") Date birthday, Source source) {}

    @Test
    void annotationsOfTheApplicationHold() {
        assertThat(bodies.record(new Annotated(new Date(0), Source.SHOW)))
                .isEqualTo(Map.of("birthday", "01.01.1970", "source", "Trade Show"));
    }
}
