# on_screen SCRIPT ...: runs it where there is a bus and a screen of their own. Its words, and
# the player's, go to `said`.
on_screen() {
  xvfb-run -a -s "-screen 0 1024x768x24" dbus-run-session -- "$@" >said 2>&1 || {
    cat said
    return 1
  }
}
export GSETTINGS_BACKEND=memory GTK_A11Y=none GSK_RENDERER=cairo LC_ALL=C.UTF-8
mkdir -p "$PICTURES"
