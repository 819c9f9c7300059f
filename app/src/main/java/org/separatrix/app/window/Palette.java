package org.separatrix.app.window;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Everything that the window can do, found by typing a part of its name. */
final class Palette extends VBox {
    private final Function<String, List<Command>> commands;
    private final Runnable close;
    private final TextField query = new TextField();
    private final ListView<Command> found = new ListView<>();

    /**
     * A palette.
     *
     * @param commands what there is to find, given what was typed
     * @param close puts the palette away
     */
    Palette(Function<String, List<Command>> commands, String typed, Runnable close) {
        this.commands = commands;
        this.close = close;
        getStyleClass().addAll("raised", "palette");
        setId("palette");
        query.setId("palette-query");
        query.getStyleClass().add("search");
        query.setPromptText("Search actions, presets, parameters, laboratories");
        query.setAccessibleText("Search actions");
        query.textProperty().addListener(_ -> search());
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        found.setId("palette-found");
        found.setAccessibleText("Found");
        found.setFocusTraversable(false);
        found.setCellFactory(_ -> new Cell());
        found.setPlaceholder(new Label("Nothing is called so."));
        found.setOnMouseClicked(_ -> act());
        getChildren().setAll(query, found);
        query.setText(typed);
        query.end();
        search();
    }

    @Override
    public void requestFocus() {
        // The field selects all its text when it is first dressed; what is typed next must not replace it.
        applyCss();
        query.requestFocus();
        query.end();
    }

    private void search() {
        String typed = query.getText();
        found.getItems()
                .setAll(commands.apply(typed).stream()
                        .filter(command -> command.rank(typed) >= 0)
                        .sorted(Comparator.comparingInt(command -> command.rank(typed)))
                        .toList());
        found.getSelectionModel().selectFirst();
        found.scrollTo(0);
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) move(1);
        else if (event.getCode() == KeyCode.UP) move(-1);
        else if (event.getCode() == KeyCode.ENTER) act();
        else return;
        event.consume();
    }

    private void move(int by) {
        int to = Math.clamp(
                found.getSelectionModel().getSelectedIndex() + by,
                0,
                Math.max(0, found.getItems().size() - 1));
        found.getSelectionModel().select(to);
        found.scrollTo(Math.max(0, to - 4));
    }

    private void act() {
        Command chosen = found.getSelectionModel().getSelectedItem();
        if (chosen == null) return;
        close.run();
        chosen.action().run();
    }

    private static final class Cell extends ListCell<Command> {
        private final Label kind = styled("quiet");
        private final Label name = styled("command-name");
        private final Label detail = styled("quiet");
        private final HBox row;

        Cell() {
            var gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            kind.getStyleClass().add("command-kind");
            row = new HBox(kind, name, gap, detail);
            row.getStyleClass().add("command");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Command command, boolean empty) {
            super.updateItem(command, empty);
            setGraphic(empty ? null : row);
            setAccessibleText(empty ? null : command.kind() + ": " + command.name());
            if (empty) return;
            kind.setText(command.kind());
            name.setText(command.name());
            detail.setText(command.detail());
        }

        private static Label styled(String style) {
            var label = new Label();
            label.getStyleClass().add(style);
            return label;
        }
    }
}
