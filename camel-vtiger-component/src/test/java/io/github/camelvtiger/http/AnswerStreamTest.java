package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerStreamTest {

    private final AnswerStream stream = new AnswerStream(Duration.ofSeconds(30));
    private final List<Integer> asked = new ArrayList<>();

    @Test
    void aConnectionIsReadOnWhenHalfOfTheRoomIsFree() throws IOException {
        stream.add(ByteBuffer.allocate(AnswerStream.CAPACITY));

        stream.pause(asked::add);
        assertThat(asked).isEmpty();
        stream.readNBytes(AnswerStream.CAPACITY / 2 - 1);
        assertThat(asked).isEmpty();
        stream.read();

        assertThat(asked).containsExactly(AnswerStream.CAPACITY / 2);
    }

    @Test
    void aConnectionIsReadOnAtOnceWhileThereIsRoom() throws IOException {
        stream.add(ByteBuffer.allocate(10));

        stream.pause(asked::add);

        assertThat(asked).containsExactly(AnswerStream.CAPACITY - 10);
    }

    @Test
    void givesTheBytesInOrderAcrossTheEndOfItsBuffer() throws IOException {
        byte next = 0;
        byte expected = 0;
        for (int round = 0; round < 1_000; round++) {
            byte[] some = new byte[1 + round % 97];
            for (int i = 0; i < some.length; i++) {
                some[i] = next++;
            }
            stream.add(ByteBuffer.wrap(some));
            for (byte read : stream.readNBytes(round % 89)) {
                assertThat(read).isEqualTo(expected++);
            }
        }
        stream.end();
        for (byte read : stream.readAllBytes()) {
            assertThat(read).isEqualTo(expected++);
        }
        assertThat(expected).isEqualTo(next);
    }

    @Test
    void whatCameBeforeAFailureIsRead() throws IOException {
        stream.add(ByteBuffer.wrap(new byte[] {1, 2}));
        stream.fail(new NoAnswerException("the connection was cut", Reason.LOST, null));

        assertThat(stream.read()).isEqualTo(1);
        assertThat(stream.read()).isEqualTo(2);
        assertThatThrownBy(stream::read)
                .isInstanceOf(IOException.class)
                .hasMessage("the connection was cut")
                .hasCauseInstanceOf(NoAnswerException.class);
    }

    @Test
    void aFailureBehindTheEndChangesNothing() throws IOException {
        stream.end();
        stream.fail(new NoAnswerException("the connection was cut", Reason.LOST, null));

        assertThat(stream.read()).isEqualTo(-1);
    }

    @Test
    void aClosedStreamRefusesToBeRead() throws IOException {
        stream.add(ByteBuffer.wrap(new byte[] {1}));
        stream.close();

        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessage("The stream is closed.");
        assertThat(stream.over()).isDone();
    }

    @Test
    void aClosedStreamEndsTheConnectionWithTheNextByte() {
        stream.close();

        assertThatThrownBy(() -> stream.add(ByteBuffer.wrap(new byte[] {1}))).isInstanceOf(IOException.class);
    }
}
