package io.github.camelvtiger.routes.sync.message;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileComponent;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.component.mail.MailComponent;

/** In what messages of an endpoint differ from those of others. */
enum EndpointKind {

    /** Names of properties are those of variables in Java; a group of messages keeps its order. */
    JMS {
        @Override
        String header(String name) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < name.length(); i++) {
                char each = name.charAt(i);
                text.append(i > 0 && name.charAt(i - 1) == '-' ? Character.toUpperCase(each) : each);
            }
            return text.toString().replace("-", "");
        }

        @Override
        void addTo(Map<String, Object> headers, OutgoingMessage message, MessageForm form) {
            message.key().ifPresent(key -> headers.put("JMSXGroupID", key));
        }
    },

    KAFKA {
        @Override
        void addTo(Map<String, Object> headers, OutgoingMessage message, MessageForm form) {
            message.key().ifPresent(key -> headers.put(KafkaConstants.KEY, key));
        }
    },

    /** Camel makes a GET of a request without a body. */
    HTTP {
        @Override
        void addTo(Map<String, Object> headers, OutgoingMessage message, MessageForm form) {
            headers.put(Exchange.CONTENT_TYPE, form.contentType());
            if (!form.hasOption("httpMethod")) {
                headers.put(Exchange.HTTP_METHOD, "POST");
            }
        }

        @Override
        Object emptyBody() {
            return "";
        }
    },

    /** The file of a record is the same each time. */
    FILES {
        @Override
        void addTo(Map<String, Object> headers, OutgoingMessage message, MessageForm form) {
            if (!form.hasOption("fileName")) {
                headers.put(Exchange.FILE_NAME, message.module() + "-" + message.id() + "." + form.extension());
            }
        }

        @Override
        Object emptyBody() {
            return "";
        }
    },

    MAIL {
        @Override
        void addTo(Map<String, Object> headers, OutgoingMessage message, MessageForm form) {
            headers.put(Exchange.CONTENT_TYPE, form.contentType());
            if (!form.hasOption("subject")) {
                headers.put("subject", message.module() + " " + message.id() + " " + message.event());
            }
        }

        @Override
        Object emptyBody() {
            return "";
        }
    },

    OTHER {
        @Override
        void addTo(Map<String, Object> headers, OutgoingMessage message, MessageForm form) {
            headers.put(Exchange.CONTENT_TYPE, form.contentType());
        }
    };

    /** By the component, since a person may have given one of them another name. */
    static EndpointKind of(CamelContext context, String scheme) {
        Component component = context.getComponent(scheme);
        if (component instanceof JmsComponent) {
            return JMS;
        }
        if (component instanceof KafkaComponent) {
            return KAFKA;
        }
        if (component instanceof HttpComponent) {
            return HTTP;
        }
        if (component instanceof MailComponent) {
            return MAIL;
        }
        return component instanceof GenericFileComponent ? FILES : OTHER;
    }

    /** How a header is called there. */
    String header(String name) {
        return name;
    }

    abstract void addTo(Map<String, Object> headers, OutgoingMessage message, MessageForm form);

    /** Of a message about a deleted record. */
    Object emptyBody() {
        return null;
    }
}
