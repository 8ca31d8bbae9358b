package io.github.camelvtiger.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ClientSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which failures leave a write in doubt: those of a connection that may have carried it. */
class ConnectionFailuresTest {

    private final ConnectionFailures failures =
            new ConnectionFailures(new ClientSettings("http://crm.example", "admin", "key"));

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new ConnectException(), false),
                Arguments.of(new NoRouteToHostException(), false),
                Arguments.of(new UnknownHostException(), false),
                Arguments.of(new ConnectTimeoutException("late", null), false),
                Arguments.of(new RequestNotExecutedException(), false),
                Arguments.of(new SSLHandshakeException("unknown authority"), false),
                Arguments.of(new SSLPeerUnverifiedException("another host"), false),
                Arguments.of(new SSLException("closing inbound before receiving peer's close_notify"), true),
                Arguments.of(new SocketTimeoutException(), true),
                Arguments.of(new ConnectionClosedException(), true),
                Arguments.of(new IOException("Connection reset by peer"), true));
    }

    @ParameterizedTest
    @MethodSource
    void failures(Exception failure, boolean maybeSent) {
        NoAnswerException said = failures.sentence(failure);

        assertThat(said.maybeSent()).isEqualTo(maybeSent);
        assertThat(said).hasCause(failure);
    }
}
