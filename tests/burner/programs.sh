# What the tests of the program share. Sourced with the arguments: test-drive, the folder
# of its helpers, redbook-burner.
. "$2/common.sh"
burner=$3

# burn CODE ARGUMENT ...: ends with this code; its words are in the file output.
burn() {
  wanted=$1
  shift
  code=0
  "$test_drive" run "$burner" "$@" >output 2>&1 || code=$?
  if [ $code -ne "$wanted" ]; then
    cat output
    echo "exit code $code instead of $wanted: redbook-burner $*"
    exit 1
  fi
}

make_tracks
make_toc
