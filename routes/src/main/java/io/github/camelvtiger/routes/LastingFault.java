package io.github.camelvtiger.routes;

import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.TransportException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Tells an outage that may pass from a way to the CRM that is wrong, and stays so however long one waits. */
final class LastingFault {

    /** Not found, guarded by another server, or behind a proxy that asks for a login. */
    private static final Set<Integer> WRONG_ADDRESS = Set.of(401, 403, 404, 407, 410);

    private static final int OK = 200;

    private LastingFault() {}

    /** Whether it is a wrong address, a redirect, a server that is not a Vtiger, an unknown host, or TLS that one side does not accept. */
    static boolean is(Throwable failure) {
        if (failure instanceof TransportException known && isWrongAddress(known.getHttpStatus())) {
            return true;
        }
        if (failure instanceof ServerFailureException known
                && known.getHttpStatus() == OK
                && known.getServerCode() == null) {
            return true;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof SSLException) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWrongAddress(int status) {
        return status >= 300 && status < 400 || WRONG_ADDRESS.contains(status);
    }
}
