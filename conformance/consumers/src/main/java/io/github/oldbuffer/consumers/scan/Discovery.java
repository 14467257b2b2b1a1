package io.github.oldbuffer.consumers.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.consumers.worker.Call;
import io.github.oldbuffer.consumers.worker.CallException;
import io.github.oldbuffer.consumers.worker.Caller;
import io.github.oldbuffer.consumers.worker.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Asks an interpreter what can be called, and how. */
final class Discovery {

    private static final String TRIED = "try ";

    private Discovery() {}

    /**
     * What a module has.
     *
     * @param targets expressions without their arguments
     * @param leftOut names that are not called, with the reason
     */
    record Targets(List<String> targets, Map<String, String> leftOut) {}

    /**
     * The modules that names mean: a package has its extension modules, too.
     *
     * @param names none for the standard library
     * @throws CallException where one is not there
     */
    static List<String> modules(Caller caller, List<String> names) throws CallException, IOException {
        ObjectNode more = JsonNodeFactory.instance.objectNode();
        ArrayNode list = more.putArray("names");
        names.forEach(list::add);
        Reply reply = caller.ask("modules", more);
        if (reply.answer() == null) {
            throw CallException.unusable(
                    "the import of " + String.join(", ", names) + " ends the process: " + reply.death());
        } else if (reply.answer().has("missing")) {
            throw CallException.unusable(reply.answer().get("missing").asText());
        }
        return texts(reply.answer().path("modules"));
    }

    /** @throws CallException where the module cannot be imported */
    static Targets targets(Caller caller, String module) throws CallException, IOException {
        Reply reply =
                caller.ask("targets", JsonNodeFactory.instance.objectNode().put("name", module));
        if (reply.answer() == null) {
            throw CallException.unusable("the import of " + module + " ends the process: " + reply.death());
        } else if (reply.answer().has("missing")) {
            throw CallException.unusable(reply.answer().get("missing").asText());
        }
        Map<String, String> leftOut = new TreeMap<>();
        reply.answer()
                .path("out")
                .fields()
                .forEachRemaining(
                        entry -> leftOut.put(entry.getKey(), entry.getValue().asText()));
        return new Targets(texts(reply.answer().path("targets")), leftOut);
    }

    /** The calls of a function that ask for memory; one that ends the process is for the judge to look at. */
    static List<Call> calls(Caller caller, String target) throws IOException {
        Reply reply = caller.ask("find", JsonNodeFactory.instance.objectNode().put("target", target));
        if (reply.answer() != null) {
            return texts(reply.answer().path("found")).stream()
                    .map(expression -> new Call(expression, ""))
                    .toList();
        }
        return reply.phase().startsWith(TRIED)
                ? List.of(new Call(reply.phase().substring(TRIED.length()), ""))
                : List.of();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
