package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.nio.DataStreamChannel;

class BodyPumpTest {

    private static final int LONGEST = 300_000;

    /** A server may store what it was sent and cut the connection: from the last byte on nobody may say that it cannot. */
    @Property(tries = 300)
    void aBodyIsWholeFromItsLastByteOnAndNotBefore(
            @ForAll @IntRange(max = LONGEST) int length,
            @ForAll boolean announced,
            @ForAll boolean pieces,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        int size = pieces ? length / 65_536 * 65_536 : length;
        Wire wire = new Wire(random);
        BodyPump pump = wire.pump(source(random, size, false), announced ? size : HttpBody.UNKNOWN_LENGTH);

        while (!wire.ended) {
            wire.step(pump);
            boolean lastByteIsOut = size > 0 && wire.received.size() == size;
            assertThat(pump.isWhole()).isEqualTo(lastByteIsOut || wire.ended);
        }
        assertThat(wire.received.size()).isEqualTo(size);
        assertThat(pump.sent()).isDone();
    }

    /** A file that grows while it is sent, or cannot be read at its end. */
    @Property(tries = 300)
    void aBodyThatFailsAfterItsLastByteIsNotSentWhole(
            @ForAll @IntRange(min = 1, max = LONGEST) int length,
            @ForAll boolean grown,
            @ForAll boolean pieces,
            @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        int size = pieces ? (length / 65_536 + 1) * 65_536 : length;
        Wire wire = new Wire(random);
        BodyPump pump = wire.pump(source(random, grown ? size + 1 : size, !grown), size);

        CarriedFailureException failure = null;
        while (failure == null) {
            try {
                wire.step(pump);
            } catch (CarriedFailureException carried) {
                failure = carried;
            }
        }
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(NoAnswerException.class, cause -> assertThat(cause.reason())
                        .isEqualTo(Reason.INCOMPLETE));
        assertThat(wire.received.size()).isLessThan(size);
        assertThat(pump.isWhole()).isFalse();
    }

    private static InputStream source(Random random, int size, boolean failing) {
        return new InputStream() {
            private int left = size;

            @Override
            public int read() {
                throw new UnsupportedOperationException("read by the piece");
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (left == 0 && failing) {
                    throw new IOException("the disk is gone");
                }
                int given = Math.min(Math.min(left, most), random.nextBoolean() ? most : 1 + random.nextInt(most));
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
    }

    /** The network, which takes as much as it likes, and the workers, which come when they like. */
    private static final class Wire implements DataStreamChannel {

        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private final Random random;
        private boolean ended;

        Wire(Random random) {
            this.random = random;
        }

        BodyPump pump(InputStream stream, long length) {
            return new BodyPump(new StreamBody(stream, length, "text/plain"), waiting::add, () -> {});
        }

        void step(BodyPump pump) throws IOException {
            if (!waiting.isEmpty() && random.nextBoolean()) {
                waiting.remove().run();
            } else {
                pump.produce(this);
            }
        }

        @Override
        public int write(ByteBuffer from) {
            int taken = random.nextInt(from.remaining() + 1);
            byte[] bytes = new byte[taken];
            from.get(bytes);
            received.writeBytes(bytes);
            return taken;
        }

        @Override
        public void endStream() {
            ended = true;
        }

        @Override
        public void endStream(List<? extends Header> trailers) {
            endStream();
        }

        @Override
        public void requestOutput() {
            // The next step asks for it anyway.
        }
    }
}
