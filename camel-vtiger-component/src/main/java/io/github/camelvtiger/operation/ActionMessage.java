package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Message;

/**
 * A message that is turned into that of another operation for one call. Afterwards its headers are what they were, apart
 * from those of the answer, and if the call failed, so is its body: the error handler may send it again.
 */
final class ActionMessage {

    private final Message message;
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private final Object body;

    ActionMessage(Message message) {
        this.message = message;
        this.body = message.getBody();
    }

    Message message() {
        return message;
    }

    void setHeader(String name, Object value) {
        headers.put(name, message.getHeader(name));
        message.setHeader(name, value);
    }

    void setBody(Object other) {
        message.setBody(other);
    }

    void end(boolean answered) {
        headers.forEach((name, value) -> {
            if (answered && name.equals(VtigerConstants.RECORD_ID)) {
                return;
            }
            if (value == null) {
                message.removeHeader(name);
            } else {
                message.setHeader(name, value);
            }
        });
        if (!answered) {
            message.setBody(body);
        }
    }
}
