package org.separatrix.app.window;

import static org.separatrix.app.window.OpenWindow.fx;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;
import org.testfx.util.NodeQueryUtils;

/**
 * A robot that looks for nodes on the JavaFX thread, where they lie once everything is laid out. To ask where a node lies
 * works out bounds anew, which a scene that changes meanwhile never recovers from.
 */
final class Hand extends FxRobot {
    @Override
    public PointQuery point(Node node) {
        return super.point(fx(() -> {
            Parent root = node.getScene().getRoot();
            root.applyCss();
            root.layout();
            return super.point(node).query();
        }));
    }

    @Override
    public Hand moveTo(String query, Motion motion) {
        super.moveTo(point(visible(query)), motion);
        return this;
    }

    @Override
    public Hand clickOn(String query, Motion motion, MouseButton... buttons) {
        super.clickOn(visible(query), motion, buttons);
        return this;
    }

    @Override
    public Hand doubleClickOn(String query, Motion motion, MouseButton... buttons) {
        super.doubleClickOn(visible(query), motion, buttons);
        return this;
    }

    private Node visible(String query) {
        return fx(() -> lookup(query).match(NodeQueryUtils.isVisible()).query());
    }
}
