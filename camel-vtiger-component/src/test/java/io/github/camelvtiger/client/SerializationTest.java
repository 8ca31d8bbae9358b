package io.github.camelvtiger.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exceptions and results cross a JVM's border: queues, distributed caches, remote tests. */
class SerializationTest {

    private static final FailureContext CONTEXT =
            FailureContext.of("create", "Leads", "10x5").withAnswer("ACCESS_DENIED", 200);

    static Stream<VtigerException> exceptions() {
        return Stream.of(
                new AccessDeniedException("Denied.", CONTEXT),
                new AlteredRecordException(List.of("email"), CONTEXT),
                new AmbiguousWriteException("Unknown.", CONTEXT, new IllegalStateException("cut")),
                new AuthenticationException("Refused.", CONTEXT),
                new BatchFailedException(new BatchResult(List.of(
                        new BatchItem(0, null, Outcome.FAILED, null, new InvalidRecordException("Bad.", CONTEXT))))),
                new DuplicateRecordException("Twice.", CONTEXT),
                new InvalidRecordException("Bad.", CONTEXT),
                new QuerySyntaxException("Bad.", CONTEXT),
                new RateLimitedException("Wait.", CONTEXT),
                new RecordNotFoundException("Gone.", CONTEXT),
                new ServerFailureException("Broken.", CONTEXT),
                new TransportException("Cut.", CONTEXT));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void anExceptionKeepsItsProperties(VtigerException given) throws Exception {
        VtigerException read = copy(given);
        assertThat(read.getMessage()).isEqualTo(given.getMessage());
        assertThat(read.getOperation()).isEqualTo("create");
        assertThat(read.getModule()).isEqualTo("Leads");
        assertThat(read.getRecordId()).isEqualTo("10x5");
        assertThat(read.getServerCode()).isEqualTo("ACCESS_DENIED");
        assertThat(read.getHttpStatus()).isEqualTo(200);
    }

    @Test
    void aWithheldWriteKeepsItsProperties() throws Exception {
        WithheldWriteException given = WithheldWriteException.dryRun(PlannedWrite.create(0, "Leads", Map.of()));
        WithheldWriteException read = copy(given);
        assertThat(read.getMessage()).isEqualTo(given.getMessage());
        assertThat(read.getOperation()).isEqualTo("create");
        assertThat(read.getModule()).isEqualTo("Leads");
        assertThat(read.isDryRun()).isTrue();
    }

    @Test
    void everyKindOfExceptionIsTried() {
        List<Class<?>> tried = Stream.concat(
                        exceptions().<Class<?>>map(Object::getClass), Stream.of(WithheldWriteException.class))
                .toList();
        assertThat(VtigerException.class.getPermittedSubclasses()).allMatch(tried::contains);
    }

    @Test
    void aResultKeepsItsItems() throws Exception {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lastname", "A");
        fields.put("LineItems", List.of(Map.of("quantity", "1")));
        BatchResult given = new BatchResult(List.of(
                new BatchItem(0, "10x5", Outcome.CREATED, new VtigerRecord(fields), null, List.of("email")),
                new BatchItem(1, null, Outcome.FAILED, null, new InvalidRecordException("Bad.", CONTEXT))));
        BatchResult read = copy(given);
        assertThat(read.items().get(0)).isEqualTo(given.items().get(0));
        assertThat(read.failed()).hasSize(1);
        assertThat(read.failed().get(0).error()).hasMessage("Bad.");
        assertThat(read).hasToString(given.toString());
    }

    @SuppressWarnings("unchecked") // the same class comes out as went in
    private static <T> T copy(T given) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(given);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
