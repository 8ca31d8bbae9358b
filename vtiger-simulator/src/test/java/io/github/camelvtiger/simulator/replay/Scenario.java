package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a real server was asked in one go, from a state that is known. A step is a JSON object. One that has {@code
 * exchange} is compared: {@code get}, {@code post} (form), {@code headers}, {@code files} and {@code body} are what was
 * sent, {@code user} is who was logged in (admin if it is not said), {@code at} the server's time, and {@code answer}
 * (JSON) or {@code page} (anything else) what came back. One that has {@code given} brings about a state:
 *
 * <ul>
 *   <li>{@code request}: a request whose answer is not compared; {@code id} is the id it issued then;
 *   <li>{@code next number}: the next record of any module gets the {@code number};
 *   <li>{@code private}: the {@code module} is not shared any more;
 *   <li>{@code access key}: the {@code user} has the {@code key};
 *   <li>{@code time passes}: so many {@code seconds};
 *   <li>{@code new sessions}: everybody logs in again.
 * </ul>
 *
 * @param server how the server was set up: {@code behaviour}, {@code displayErrors}, {@code metadata} (a file beside this class)
 * @param steps in order
 */
record Scenario(String name, JsonNode server, List<JsonNode> steps) {

    static boolean isExchange(JsonNode step) {
        return step.has("exchange");
    }
}
